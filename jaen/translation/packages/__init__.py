"""Argos packages: which are installed, and how they come and go."""

from jaen.translation.packages.installed import InstalledPackage, installed_packages

__all__ = ["InstalledPackage", "installed_packages"]
