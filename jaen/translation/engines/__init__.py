"""Engines: Argos packages and other CTranslate2 models on this machine, servers, and those that third parties add."""

from jaen.translation.engines.choice import EngineChoice
from jaen.translation.engines.engine import (
    Decoding,
    Engine,
    Hypothesis,
    Look,
    Measured,
    Model,
    Pair,
    Request,
    SteeredModel,
    Weight,
)
from jaen.translation.engines.registry import open_engine

__all__ = [
    "Decoding",
    "Engine",
    "EngineChoice",
    "Hypothesis",
    "Look",
    "Measured",
    "Model",
    "Pair",
    "Request",
    "SteeredModel",
    "Weight",
    "open_engine",
]
