"""Having Google's model write about a month: what is sent, what it costs, and nothing unverified."""
