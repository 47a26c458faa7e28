"""Letters of the office in the layout of GB/T 9704-2012: a 督办通知单 for each lagging unit, a 通报 for all (M02)."""
