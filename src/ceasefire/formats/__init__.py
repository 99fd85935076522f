"""The formats that core ships. They come through the same hook as a plugin's and can be switched off by name."""
