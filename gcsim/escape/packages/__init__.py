"""From files and folders to checked packages; what is known of the standard library."""
