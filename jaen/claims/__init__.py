"""What articles say of people, offices, bodies, products and numbers, in a form that can be compared."""

from jaen.claims.find import claims_of, find_claims, summary_ids

__all__ = ["claims_of", "find_claims", "summary_ids"]
