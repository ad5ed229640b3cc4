"""What people send in: saved forms, tables, filled-in issues."""
