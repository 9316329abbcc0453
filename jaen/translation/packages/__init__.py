"""Argos packages: which are installed, how they come and go, and whether they are whole."""

from jaen.translation.packages.folders import package_folders
from jaen.translation.packages.hashes import Archive
from jaen.translation.packages.index import AvailablePackage, Index, available, download_and_install
from jaen.translation.packages.installed import InstalledPackage, Survey, UnusablePackage, installed_packages, survey
from jaen.translation.packages.installing import Installation, install
from jaen.translation.packages.keeping import Verification, find, remove, verify

__all__ = [
    "Archive",
    "AvailablePackage",
    "Index",
    "Installation",
    "InstalledPackage",
    "Survey",
    "UnusablePackage",
    "Verification",
    "available",
    "download_and_install",
    "find",
    "install",
    "installed_packages",
    "package_folders",
    "remove",
    "survey",
    "verify",
]
