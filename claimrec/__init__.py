"""claimrec reconciles what outlets claim about armed incidents, and shows what cannot all be true."""
