"""Independent witnesses: other programs say whether our documents are right. Begin with `__main__`."""
