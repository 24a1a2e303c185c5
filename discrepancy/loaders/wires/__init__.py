"""What the wires' formats have in common, and the parts of their readers. No loader; they stand beside this room."""
