"""Files as all rooms write and read them: whole or not at all, one writer at a time, XML of strangers."""
