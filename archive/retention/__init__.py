"""How long a household's file must be kept: rules as data, days computed and explained."""
