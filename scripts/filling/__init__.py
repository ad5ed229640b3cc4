"""Forms filled in by keyboard alone, in any browser, and what comes out of them."""
