"""Claims of the same thing across reports."""


def compare_claims() -> None:
    """To come."""
