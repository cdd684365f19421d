/**
 * For how long whoever left an organization still counts as one of its people where that keeps them from something: from
 * voting for its entries, from judging them. Leaving for an evening must not open either; a year outlasts a competition.
 */
export const recentMembershipMs = 365 * 86_400_000;
