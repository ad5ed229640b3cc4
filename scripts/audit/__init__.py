"""What the finished site is like for its readers: measured in real browsers, printed as tables."""
