"""Accessibility, whether everyone can read a document: title, language, headings, lists, tables, pictures, contrast, signatures.

It knows `word` alone, and says what it finds by EN 301 549, chapter 10. Begin with `_check`, which asks all the others.
"""
