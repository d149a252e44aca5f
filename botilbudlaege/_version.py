"""The version of the library, which documents say that they were made with."""

__version__ = "0.1.0"
