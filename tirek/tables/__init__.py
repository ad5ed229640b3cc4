"""Spreadsheets become records: our own templates, and tables that others have made."""
