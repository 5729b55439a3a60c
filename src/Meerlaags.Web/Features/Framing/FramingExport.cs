using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Collaborations.Export;
using Meerlaags.Web.Features.Framing.Candidates;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Rounds with their texts, candidates, critique, versions and answers, as far as the viewer may read them: a text of others only once it is open.</summary>
public sealed class FramingExport(Db db, QuestionSets sets, Texts texts) : IExportPart
{
    /// <inheritdoc/>
    public async Task<ExportPart> OfAsync(Collaboration table, CancellationToken stop)
    {
        var id = table.Id;
        var written = new Written(
            table,
            await db.Formulations.AsNoTracking().Where(text => text.Collaboration == id).ToListAsync(stop),
            await db.CandidateTexts.AsNoTracking().Where(text => text.Collaboration == id).OrderBy(text => text.Number).ToListAsync(stop),
            await db.Critiques.AsNoTracking().Where(critique => critique.Collaboration == id).ToListAsync(stop),
            await db.TextVersions.AsNoTracking().Where(version => version.Collaboration == id).OrderBy(version => version.Number).ToListAsync(stop),
            await db.NotedDifferences.AsNoTracking().Where(noted => noted.Collaboration == id && noted.WithdrawnAt == null).ToListAsync(stop),
            await db.MissingParties.AsNoTracking().Where(missing => missing.Collaboration == id).ToListAsync(stop)
        );
        var rounds = await db.Rounds.AsNoTracking().Where(round => round.Collaboration == id).OrderBy(round => round.Number).ToListAsync(stop);
        return new ExportPart("rondes", rounds.Select(round => Of(round, written)).ToList(), [.. rounds.SelectMany(round => Sections(round, written))]);
    }

    private static RoundExport Of(FramingRound round, Written written) =>
        new(round.Number, round.OpenedAt, round.Reveal?.At, round.Closing?.Outcome, round.Closing?.Reason ?? "")
        {
            Teksten = [.. written.TextsOf(round).Select(TextExport.Of)],
            Kandidaten = [.. written.Candidates.Where(text => text.Round == round.Id).Select(text => CandidateExport.Of(text, written.Critiques))],
            Dromen = [.. round.Dreams.Select(dream => new DreamExport(dream.Party?.Value, dream.Text, dream.At))],
            Verschillen =
            [
                .. written
                    .Differences.Where(noted => noted.Round == round.Id)
                    .Select(noted => new DifferenceExport(noted.Aspect, noted.Verdict, noted.Words, [.. noted.Sides])),
            ],
            Versies = [.. written.Versions.Where(version => version.Round == round.Id).Select(VersionExport.Of)],
            Ontbrekend =
            [
                .. written
                    .Missing.Where(missing => missing.Round == round.Id)
                    .Select(missing => new MissingExport(missing.Name, missing.Why, missing.NamedBy?.Value)),
            ],
        };

    private IEnumerable<ReadableSection> Sections(FramingRound round, Written written)
    {
        var name = texts["Framing.Round", round.Number];
        var questions = sets[round.Questions].Questions.ToDictionary(question => question.Key, question => Texts.Of(question.Ask));
        yield return new ReadableSection(name, [new ReadableLine("", Texts.Day(DutchTime.DayOf(round.OpenedAt))) { Note = round.Closing?.Reason ?? "" }]);
        foreach (var text in written.TextsOf(round))
            yield return new ReadableSection(
                $"{name}: {written.NameOf(text.Party)}",
                [
                    .. text
                        .Answers.Where(answer => answer.Text.Length > 0)
                        .Select(answer => new ReadableLine(questions.GetValueOrDefault(answer.Question, ""), answer.Text)),
                    .. text.Points.Select(point => new ReadableLine("", "– " + point.Text)),
                ]
            );
        foreach (var candidate in written.Candidates.Where(candidate => candidate.Round == round.Id && candidate.Sentences.Count > 0))
            yield return new ReadableSection(
                $"{name}: {(candidate.Name.Length > 0 ? candidate.Name : texts["Framing.Menu.Text"])}",
                [
                    .. candidate.Sentences.Select(sentence => new ReadableLine("", sentence.Text)),
                    .. written
                        .Critiques.Where(critique => critique.Candidate == candidate.Id)
                        .SelectMany(
                            critique => new[] { critique.Works, critique.Lacks, critique.Harms }.Where(words => words.Length > 0),
                            (critique, words) => new ReadableLine(written.NameOf(critique.Party), words)
                        ),
                ]
            );
        foreach (var version in written.Versions.Where(version => version.Round == round.Id))
            yield return new ReadableSection(
                $"{name}: {texts["Framing.Export.Version", version.Number]}",
                [
                    new ReadableLine("", version.Body) { Note = version.Hash },
                    .. version.Consents.Select(consent => new ReadableLine(written.NameOf(consent.Party), texts["Framing.Choice." + consent.Choice])
                    {
                        Note = consent.Reason,
                    }),
                ]
            );
    }

    private sealed record Written(
        Collaboration Table,
        IReadOnlyList<Formulation> Texts,
        IReadOnlyList<CandidateText> Candidates,
        IReadOnlyList<Critique> Critiques,
        IReadOnlyList<TextVersion> Versions,
        IReadOnlyList<NotedDifference> Differences,
        IReadOnlyList<MissingParty> Missing
    )
    {
        public IEnumerable<Formulation> TextsOf(FramingRound round) =>
            Table.Parties.InTableOrder().SelectMany(party => Texts.Where(text => text.Round == round.Id && text.Party == party.Id));

        public string NameOf(PartyId party) => Table.Party(party)?.Name ?? "";
    }
}
