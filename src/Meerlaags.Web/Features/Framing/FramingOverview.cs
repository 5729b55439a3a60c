using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>The rounds in the side navigation.</summary>
public sealed class FramingMenu(Db db, Viewer viewer, Texts texts) : ICollaborationMenu
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<MenuEntry>> EntriesAsync(CollaborationId collaboration, CancellationToken stop)
    {
        var rounds = await db
            .Rounds.AsNoTracking()
            .Where(round => round.Collaboration == collaboration)
            .OrderByDescending(round => round.Number)
            .ToListAsync(stop);
        return [.. rounds.Select(round => Entry(collaboration, round))];
    }

    private MenuEntry Entry(CollaborationId collaboration, FramingRound round)
    {
        var home = $"/samenwerkingen/{collaboration.Value}/rondes/{round.Number}";
        var within = new List<MenuEntry>();
        if (round.IsOpen)
        {
            var mine = viewer.PlacesIn(collaboration).Where(place => place.Party is not null).Select(place => place.Party!.Value).Distinct().ToList();
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
            within.Add(new MenuEntry(texts["Framing.Menu.Text"], home + "/tekst"));
            within.Add(new MenuEntry(texts["Framing.Menu.Consent"], home + "/instemming"));
        }
        else if (round.IsOpen && viewer.Facilitates(collaboration))
        {
            within.Add(new MenuEntry(texts["Framing.Menu.Reveal"], home + "/onthullen"));
        }
        return new MenuEntry(texts["Framing.Round", round.Number], home) { Within = within };
    }
}

/// <summary>What framing asks of people. Before the reveal it knows only who handed in.</summary>
public sealed class FramingAsks(Db db, Viewer viewer, Texts texts) : IAsks
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Ask>> ForAsync(IReadOnlyList<CollaborationId> collaborations, CancellationToken stop)
    {
        var open = await db.Rounds.AsNoTracking().Where(round => collaborations.Contains(round.Collaboration) && round.Closing == null).ToListAsync(stop);
        var ids = open.Select(round => round.Id).ToList();
        var tables =
            open.Count == 0
                ? []
                : await db.Collaborations.AsNoTracking().Where(table => collaborations.Contains(table.Id)).ToDictionaryAsync(table => table.Id, stop);
        var versions =
            open.Count == 0
                ? []
                : await db
                    .TextVersions.AsNoTracking()
                    .Where(version => ids.Contains(version.Round) && version.WithdrawnAt == null && version.AgreedAt == null)
                    .ToListAsync(stop);
        return [.. open.SelectMany(round => ForRound(round, tables[round.Collaboration], versions.FirstOrDefault(version => version.Round == round.Id)))];
    }

    private IEnumerable<Ask> ForRound(FramingRound round, Collaboration table, TextVersion? version)
    {
        var home = $"/samenwerkingen/{round.Collaboration.Value}/rondes/{round.Number}";
        var mine = table.Seated.Where(party => viewer.Parties.Contains(party.Id)).InTableOrder().ToList();
        foreach (var party in mine.Where(_ => !round.IsRevealed).Where(party => !round.HasHandedIn(party.Id)))
            yield return new Ask(
                table.Id,
                texts["Framing.Ask.Write", Words.InSentence(party.Name)],
                texts["Framing.Ask.Write.Note"],
                $"{home}/schrijven/{party.Id.Value}",
                texts["Framing.Ask.Write.Button"],
                Urgent: true
            );
        foreach (var party in mine.Where(party => version is not null && version.AnswerOf(party.Id) is null))
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
        if (viewer.Facilitates(table.Id) && !round.IsRevealed && table.Seated.Count(party => round.HasHandedIn(party.Id)) >= FramingRound.FewestTexts)
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
public sealed class FramingStep(Db db, Viewer viewer, Texts texts) : IOverviewPart, ICircleState
{
    /// <inheritdoc/>
    public async Task<Step?> StepAsync(CollaborationId collaboration, CancellationToken stop)
    {
        var round = await LastAsync(collaboration, stop);
        if (round is null)
            return viewer.Facilitates(collaboration)
                ? new Step(texts["Framing.Step.None"], $"/samenwerkingen/{collaboration.Value}/rondes/nieuw", texts["Framing.Open.Title"])
                {
                    Explanation = texts["Framing.Step.None.Text"],
                }
                : null;
        var home = $"/samenwerkingen/{collaboration.Value}/rondes/{round.Number}";
        if (round.Closing is { Outcome: RoundOutcome.Shared } closing)
        {
            var issue = await db
                .SharedIssues.AsNoTracking()
                .Where(issue => issue.Collaboration == collaboration)
                .OrderByDescending(issue => issue.EstablishedAt)
                .FirstAsync(stop);
            return new Step(
                texts["Framing.Step.Shared", Texts.Day(DutchTime.DayOf(closing.At)), Texts.Day(issue.RecheckOn)],
                home,
                texts["Framing.Step.Shared.Button"]
            );
        }
        if (round.Closing is not null)
            return new Step(
                texts["Framing.Step.NotYetKnown", round.Number],
                viewer.Facilitates(collaboration) ? $"/samenwerkingen/{collaboration.Value}/rondes/nieuw" : home,
                texts[viewer.Facilitates(collaboration) ? "Framing.Open.Title" : "Framing.Step.Look"]
            );
        if (round.IsRevealed)
            return new Step(texts["Framing.Step.Revealed", round.Number], home + "/naast-elkaar", texts["Framing.Revealed.Read"]);
        var table = await db.Collaborations.AsNoTracking().SingleAsync(table => table.Id == collaboration, stop);
        var handedIn = table.Seated.Count(party => round.HasHandedIn(party.Id));
        return new Step(
            $"{texts["Framing.Step.Writing", round.Number]} {RoundView.HandedInSentence(texts, handedIn, table.Seated.Count())}",
            home,
            texts["Framing.Step.Look"]
        );
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<QuarterNow>> QuartersAsync(CollaborationId collaboration, CancellationToken stop)
    {
        var round = await LastAsync(collaboration, stop);
        if (round is null)
            return [];
        var home = $"/samenwerkingen/{collaboration.Value}/rondes/{round.Number}";
        var (state, key) = round switch
        {
            { Closing.Outcome: RoundOutcome.Shared } => (QuarterState.Done, "Shared"),
            { Closing: not null } => (QuarterState.Current, "NotYetKnown"),
            { IsRevealed: true } => (QuarterState.Current, "Revealed"),
            _ => (QuarterState.Current, "Writing"),
        };
        return [new QuarterNow(Quarter.What, state, texts[$"Framing.Circle.{key}"], home)];
    }

    private Task<FramingRound?> LastAsync(CollaborationId collaboration, CancellationToken stop) =>
        db.Rounds.AsNoTracking().Where(round => round.Collaboration == collaboration).OrderByDescending(round => round.Number).FirstOrDefaultAsync(stop);
}
