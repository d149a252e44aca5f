"""Word, not the domain: fill a docxtpl template, and know what it met that is missing."""
