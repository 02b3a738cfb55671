"""What follows from the linked record: relations of states, holders of offices."""
