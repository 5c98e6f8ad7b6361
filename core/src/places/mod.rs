//! Communities, buildings, units, households, public areas and facilities, and who lives there.

pub mod room;
