"""Coverage-guided fuzzers; see README.md."""
