"""Sentence: what one sentence tells of one trigger: day, place, losses, words spoken."""
