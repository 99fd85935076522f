"""How generated tests run, wherever they lie: the same examples each time, and no fault found in a slow machine."""

from __future__ import annotations

import hypothesis

hypothesis.settings.register_profile(
    "repeatable",
    deadline=None,
    max_examples=60,
    derandomize=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("repeatable")
