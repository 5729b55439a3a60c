using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Framing;

/// <summary>The rounds in the side navigation.</summary>
public sealed class FramingMenu(RoundStates rounds, Viewer viewer, Texts texts) : ICollaborationMenu
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<MenuEntry>> EntriesAsync(CollaborationId collaboration, CancellationToken stop) =>
        [.. (await rounds.LinesAsync(collaboration, stop)).Select(Entry)];

    private MenuEntry Entry(RoundLine round)
    {
        var collaboration = round.Collaboration;
        var home = round.Home;
        var within = new List<MenuEntry>();
        if (round.IsOpen)
        {
            var mine = viewer.PartiesIn(collaboration);
            within.AddRange(
                mine.Select(
                    (party, place) =>
                        new MenuEntry(
                            mine.Count == 1 ? texts["Framing.Menu.Write"] : texts["Framing.Menu.WriteNumber", place + 1],
                            $"{home}/schrijven/{party.Value}"
                        )
                )
            );
        }
        if (round.IsRevealed)
        {
            within.Add(new MenuEntry(texts["Framing.Menu.Compare"], home + "/naast-elkaar"));
            within.Add(new MenuEntry(texts["Framing.Menu.Decide"], home + "/zelfde-punt"));
            within.Add(new MenuEntry(texts["Framing.Menu.Differences"], home + "/verschillen"));
            within.Add(new MenuEntry(texts["Framing.Menu.Likeness"], home + "/woorden"));
            if (!viewer.IsGuest)
                within.Add(new MenuEntry(texts["Framing.Menu.Statements"], home + "/stellingen"));
            within.Add(new MenuEntry(texts["Framing.Menu.Text"], home + "/tekst"));
            within.Add(new MenuEntry(texts["Candidates.Menu"], home + "/teksten"));
            within.Add(new MenuEntry(texts["Framing.Menu.Consent"], home + "/instemming"));
        }
        if (round is { Number: > 1 } && viewer.Guest is null)
            within.Add(new MenuEntry(texts["Recheck.Menu"], home + "/terugkijken"));
        if (!round.IsRevealed && round.IsOpen && viewer.Facilitates(collaboration))
        {
            within.Add(new MenuEntry(texts["Framing.Menu.Reveal"], home + "/onthullen"));
        }
        return new MenuEntry(texts["Framing.Round", round.Number], home) { Within = within };
    }
}

/// <summary>What framing asks of people. Before the reveal it knows only who handed in.</summary>
public sealed class FramingAsks(RoundStates rounds, Viewer viewer, Texts texts, TimeProvider clock) : IAsks
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Ask>> ForAsync(IReadOnlyList<Glance> tables, CancellationToken stop)
    {
        var known = await rounds.InAsync(tables.Select(table => table.Id), stop);
        return
        [
            .. tables.SelectMany(table => known[table.Id].Where(round => round.IsOpen).SelectMany(round => ForRound(round, table))),
            .. tables.SelectMany(table => Recheck(table, known[table.Id])),
        ];
    }

    // The day has come to look again at what was shared.
    private IEnumerable<Ask> Recheck(Glance table, IReadOnlyList<RoundState> rounds)
    {
        if (rounds is [{ Outcome: RoundOutcome.Shared, RecheckOn: { } day }, ..] && viewer.Facilitates(table.Id) && day <= DutchTime.DayOf(clock.GetUtcNow()))
            yield return new Ask(
                table.Id,
                texts["Recheck.Ask"],
                texts["Recheck.Ask.Note", Texts.Day(day)],
                $"/samenwerkingen/{table.Id.Value}/rondes/nieuw",
                texts["Framing.Open.Title"],
                Urgent: false
            );
    }

    private IEnumerable<Ask> ForRound(RoundState round, Glance table)
    {
        var home = round.Home;
        var version = round.Out;
        var mine = table.Mine.InTableOrder().ToList();
        if (mine.Count > 0 && round.TalksFirst)
            yield return new Ask(table.Id, texts["Candidates.Meet.Ask"], texts["Candidates.Meet.Ask.Note"], home, texts["Framing.Step.Look"], Urgent: false);
        foreach (var party in mine.Where(_ => !round.IsRevealed && !round.TalksFirst).Where(party => !round.HandedInByMine.Contains(party.Id)))
            yield return new Ask(
                table.Id,
                texts["Framing.Ask.Write", Words.InSentence(party.Name)],
                texts["Framing.Ask.Write.Note"],
                $"{home}/schrijven/{party.Id.Value}",
                texts["Framing.Ask.Write.Button"],
                Urgent: true
            );
        foreach (var party in mine.Where(party => version is not null && !version.AnsweredByMine.Contains(party.Id)))
            yield return new Ask(
                table.Id,
                texts["Framing.Ask.Consent", Words.InSentence(party.Name)],
                texts["Framing.Ask.Consent.Note", version!.Number],
                $"{home}/instemming",
                texts["Framing.Ask.Consent.Button"],
                Urgent: true
            );
        if (mine.Count > 0 && round.IsRevealed && version is null)
            yield return new Ask(
                table.Id,
                texts["Framing.Ask.Read"],
                texts["Framing.Ask.Read.Note"],
                $"{home}/naast-elkaar",
                texts["Framing.Ask.Read.Button"],
                Urgent: false
            );
        if (viewer.Facilitates(table.Id) && !round.IsRevealed && round.HandedIn >= FramingRound.FewestTexts)
            yield return new Ask(
                table.Id,
                texts["Framing.Ask.Reveal"],
                texts["Framing.Ask.Reveal.Note"],
                $"{home}/onthullen",
                texts["Framing.Ask.Reveal.Button"],
                Urgent: false
            );
    }
}

/// <summary>The present step and the first quarter of the circle.</summary>
public sealed class FramingStep(RoundStates rounds, Viewer viewer, Texts texts) : IOverviewPart, ICircleState
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<CollaborationId, Step>> StepsAsync(IReadOnlyList<Glance> tables, CancellationToken stop)
    {
        var known = await rounds.InAsync(tables.Select(table => table.Id), stop);
        var steps = new Dictionary<CollaborationId, Step>();
        foreach (var table in tables)
            if (StepOf(table, known[table.Id] is [var last, ..] ? last : null) is { } step)
                steps.Add(table.Id, step);
        return steps;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<QuarterNow>> QuartersAsync(CollaborationId collaboration, CancellationToken stop)
    {
        if (await rounds.OfAsync(collaboration, stop) is not [var round, ..])
            return [];
        var (state, key) = round switch
        {
            { Outcome: RoundOutcome.Shared } => (QuarterState.Done, "Shared"),
            { IsOpen: false } => (QuarterState.Current, "NotYetKnown"),
            { IsRevealed: true } => (QuarterState.Current, "Revealed"),
            _ => (QuarterState.Current, "Writing"),
        };
        return [new QuarterNow(Quarter.What, state, texts[$"Framing.Circle.{key}"], round.Home)];
    }

    private Step? StepOf(Glance table, RoundState? round)
    {
        var facilitates = viewer.Facilitates(table.Id);
        var opening = $"/samenwerkingen/{table.Id.Value}/rondes/nieuw";
        if (round is null)
            return facilitates
                ? new Step(texts["Framing.Step.None"], opening, texts["Framing.Open.Title"]) { Explanation = texts["Framing.Step.None.Text"] }
                : null;
        if (round is { Outcome: RoundOutcome.Shared, ClosedAt: { } closed, RecheckOn: { } recheck })
            return new Step(
                texts["Framing.Step.Shared", Texts.Day(DutchTime.DayOf(closed)), Texts.Day(recheck)],
                round.Home,
                texts["Framing.Step.Shared.Button"]
            );
        if (!round.IsOpen)
            return new Step(
                texts["Framing.Step.NotYetKnown", round.Number],
                facilitates ? opening : round.Home,
                texts[facilitates ? "Framing.Open.Title" : "Framing.Step.Look"]
            );
        if (round.IsRevealed)
            return new Step(texts["Framing.Step.Revealed", round.Number], round.Home + "/naast-elkaar", texts["Framing.Revealed.Read"]);
        if (round.TalksFirst)
            return new Step(texts["Candidates.Meet.Step", round.Number], round.Home, texts["Framing.Step.Look"]);
        return new Step(
            $"{texts["Framing.Step.Writing", round.Number]} {RoundView.HandedInSentence(texts, round.HandedIn, table.Seated)}",
            round.Home,
            texts["Framing.Step.Look"]
        );
    }
}
