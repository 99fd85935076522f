"""Mindanao for ceasefire: terms, names, suspensions of operations and a calendar, each a plugin that can be left out."""
