"""Data of the form page: what each form asks, what may be chosen, and records to begin with."""
