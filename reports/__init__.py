"""Tables and papers: what is printed or kept outside of chats."""
