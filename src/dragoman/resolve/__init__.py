"""resolve: EventMentions -> Events: who, where, when; `events.Resolver` is the entry point."""
