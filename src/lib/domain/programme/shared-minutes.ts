import type { Group } from './group.ts';

/** Where each group's time comes from, when auditions that share cards share their minutes. */
export interface SharedMinutes {
	/** Seconds at each node for each audition; those of auditions that share stand at the first of them. */
	readonly seconds: readonly Float64Array[];
	/** The audition whose seconds a group's study takes at a node; −1: there are none. */
	readonly payer: readonly Int32Array[];
	/** Gives each audition its part of the seconds that were taken, by its own minutes. Index: audition × nodes + node. */
	readonly shareOut: (taken: Float64Array) => void;
}

/** What decides of whose minutes a group is studied. */
export interface Sharer extends Pick<Group, 'goals' | 'ends'> {
	/** How many. */
	readonly cards: number;
}

/**
 * A card of two auditions may be studied in the minutes of either. Where one of them asks for no card that the other doesn't,
 * together they have as many minutes as both. Where each has cards of its own, those keep to its own minutes, and the shared
 * ones are studied in the minutes of the one that has most for its own cards. An audition without a limit shares nothing:
 * all that it covers has time enough.
 *
 * @param budgets seconds for each audition at each node
 */
export function sharedMinutes(
	groups: readonly Sharer[],
	budgets: readonly Float64Array[],
): SharedMinutes {
	const nodes = budgets[0]?.length ?? 0;
	const seconds = budgets.map((own) => own.slice());
	const payer = groups.map(() => new Int32Array(nodes).fill(-1));
	const hosts = Array.from({ length: nodes }, (_, v) => hostsAt(v));
	return { seconds, payer, shareOut };

	/** Of each audition, the first of those it shares with at a node, itself if there is no earlier one. */
	function hostsAt(v: number): readonly number[] {
		const host = budgets.map((_, goal) => goal);
		const ahead = groups.map((group) => payersAhead(group, v));
		for (const [one, other] of ahead.flatMap(pairsOf)) {
			if (!isWithin(one, other, ahead) && !isWithin(other, one, ahead)) continue;
			const joined = [host[one] ?? one, host[other] ?? other];
			const first = Math.min(...joined);
			for (const [goal, its] of host.entries()) if (joined.includes(its)) host[goal] = first;
		}
		for (const [goal, first] of host.entries()) {
			const [own, its] = [seconds[goal], seconds[first]];
			if (!own || !its || first === goal) continue;
			its[v] = (its[v] ?? 0) + (own[v] ?? 0);
			own[v] = 0;
		}
		const hostsOf = ahead.map((goals) => [...new Set(goals.map((goal) => host[goal] ?? goal))]);
		for (const [g, hosts] of hostsOf.entries())
			if (hosts.length > 0) payer[g]?.fill(richest(hosts), v, v + 1);
		return host;

		/** The one that has most seconds for each card that no other could pay for. */
		function richest(hosts: readonly number[]): number {
			const perCard = (goal: number) => {
				const own = groups.filter((_, g) => hostsOf[g]?.length === 1 && hostsOf[g][0] === goal);
				return (seconds[goal]?.[v] ?? 0) / (1 + own.reduce((sum, { cards }) => sum + cards, 0));
			};
			return hosts.reduce((most, each) => (perCard(each) > perCard(most) ? each : most));
		}
	}

	/** The auditions of a group that have time at a node; of those without a limit, one alone. */
	function payersAhead({ goals, ends }: Sharer, v: number): number[] {
		const payers = goals.filter(
			(goal, place) => v <= (ends[place] ?? -1) && (budgets[goal]?.[v] ?? 0) > 0,
		);
		const unlimited = payers.find((goal) => budgets[goal]?.[v] === Infinity);
		return unlimited === undefined ? payers : [unlimited];
	}

	function shareOut(taken: Float64Array): void {
		for (const [v, host] of hosts.entries()) {
			const whole = host.map((first) => taken[first * nodes + v] ?? 0);
			for (const [goal, first] of host.entries()) {
				const [own, all] = [budgets[goal]?.[v] ?? 0, seconds[first]?.[v] ?? 0];
				if (all > 0 && all < Infinity) taken[goal * nodes + v] = ((whole[goal] ?? 0) * own) / all;
			}
		}
	}
}

function pairsOf(goals: readonly number[]): (readonly [number, number])[] {
	return goals.flatMap((one, place) =>
		goals.slice(place + 1).map((other) => [one, other] as const),
	);
}

/** Whether an audition asks for no card that the other doesn't. */
function isWithin(one: number, other: number, ahead: readonly (readonly number[])[]): boolean {
	return ahead.every((goals) => !goals.includes(one) || goals.includes(other));
}
