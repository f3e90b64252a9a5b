// Nothing is to be called: linked into the tests, it begins by itself.
