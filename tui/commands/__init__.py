"""Every command of the reader, in one table that feeds keys, footer, help and palette."""
