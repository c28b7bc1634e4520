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

/**
 * A card of two auditions may be studied in the minutes of either, so together they have as many as both. An audition without
 * a limit shares nothing: all that it covers has time enough.
 *
 * @param budgets seconds for each audition at each node
 */
export function sharedMinutes(
	groups: readonly Pick<Group, 'goals' | 'ends'>[],
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
		for (const goals of ahead) {
			const joined = new Set(goals.map((goal) => host[goal] ?? goal));
			const first = Math.min(...joined);
			for (const [goal, its] of host.entries()) if (joined.has(its)) host[goal] = first;
		}
		for (const [goal, first] of host.entries()) {
			const [own, its] = [seconds[goal], seconds[first]];
			if (!own || !its || first === goal) continue;
			its[v] = (its[v] ?? 0) + (own[v] ?? 0);
			own[v] = 0;
		}
		for (const [g, [goal]] of ahead.entries())
			if (goal !== undefined) payer[g]?.fill(host[goal] ?? goal, v, v + 1);
		return host;
	}

	/** The auditions of a group that have time at a node; of those without a limit, one alone. */
	function payersAhead({ goals, ends }: Pick<Group, 'goals' | 'ends'>, v: number): number[] {
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
