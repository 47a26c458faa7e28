"""Official letters of the office (GB/T 9704-2012): a supervision notice for each lagging unit, a bulletin for all."""
