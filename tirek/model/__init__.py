"""Records as types: what a catalogue can hold."""
