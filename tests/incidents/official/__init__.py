"""Tests of official statements and strike lines beside the incidents."""
