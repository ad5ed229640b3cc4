"""What ``scripts/bench_build.py`` is made of."""
