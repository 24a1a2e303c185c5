"""Units of measure and currencies: how text writes them, and converting between them."""

from discrepancy.units.convert import convert, dimension_of
from discrepancy.units.currencies import currency_after, currency_before, hundredth_after
from discrepancy.units.names import Unit, unit_after

__all__ = ["Unit", "convert", "currency_after", "currency_before", "dimension_of", "hundredth_after", "unit_after"]
