"""What reading with ceasefire costs: beside other libraries, by layer, and as texts, plugins and processes grow.

`command` is the one command; `comparison`, `layers`, `startup`, `memory`, `growth` and `throughput` each measure one
thing and give `tables`, which `page` writes into the manual. Times are of the processor, not of the wall: on a machine
that does other work too they say what a reading costs, and the wall says who else was there.
"""
