"""code: ParsedReport -> EventMentions. `coder.Coder` is the protocol, `rules.RulesCoder` ours."""
