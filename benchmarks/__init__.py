"""Each script prints jaen beside what a user would pick instead. (A package, since pysbd installs one of this name.)"""
