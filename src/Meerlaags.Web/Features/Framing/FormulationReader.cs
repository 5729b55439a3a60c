using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Reads and takes the texts of parties as programs write them, with codes of the register for voices.</summary>
public sealed class FormulationReader(Db db, Viewer viewer, Acts acts, CollaborationQueries tables)
{
    /// <summary>The texts this viewer may read, in the order of the table.</summary>
    public async Task<IReadOnlyList<FormulationFacts>> AllAsync(RoundView view, CancellationToken stop)
    {
        var round = view.Round.Id;
        var texts = await db.Formulations.AsNoTracking().Where(text => text.Round == round).ToDictionaryAsync(text => text.Party, stop);
        var codes = await CodesAsync(view.Table, stop);
        return [.. view.Table.Parties.InTableOrder().Where(party => texts.ContainsKey(party.Id)).Select(party => Facts(texts[party.Id], codes))];
    }

    /// <summary>The text of one party: of the own party even before it exists, of another only when it is open.</summary>
    public async Task<FormulationFacts?> OneAsync(RoundView view, PartyId party, CancellationToken stop)
    {
        var round = view.Round.Id;
        var text = await db.Formulations.AsNoTracking().SingleOrDefaultAsync(text => text.Round == round && text.Party == party, stop);
        if (text is not null)
            return Facts(text, await CodesAsync(view.Table, stop));
        return view.Writes.Any(mine => mine.Id == party) ? FormulationFacts.Empty(party) : null;
    }

    /// <summary>What was sent as the domain takes it, for who speaks for the party.</summary>
    public async Task<Decided<Draft>> DraftAsync(RoundView view, PartyId party, DraftBody body, CancellationToken stop)
    {
        if (view.Table.Party(party) is not { } seat)
            return Refusals.NotThere;
        if (!(await acts.ForTextOfAsync(party, stop)).Is(out _, out var refusal))
            return refusal;
        var voices = (await CodesAsync(view.Table, stop)).Where(voice => seat.Voices.Any(known => known.Organisation == voice.Key)).ToList();
        var points = new List<DraftPoint>();
        foreach (var (place, point) in body.Points.Index())
        {
            OrganisationId? voice = null;
            if (point.Voice is { Length: > 0 } code)
            {
                voice = voices
                    .Where(known => string.Equals(known.Value, code, StringComparison.OrdinalIgnoreCase))
                    .Select(known => (OrganisationId?)known.Key)
                    .SingleOrDefault();
                if (voice is null)
                    return new Refusal("formulation.unknown-voice") { Field = $"punten[{place}].stem" };
            }
            points.Add(new DraftPoint(point.Id ?? new PointId(Guid.CreateVersion7()), point.Text, voice));
        }
        return new Draft(body.Answers.Select(answer => new Answer(answer.Question, answer.Text)), points);
    }

    /// <summary>Codes in the register of the organisations that speak within the composite parties of a table.</summary>
    public async Task<IReadOnlyDictionary<OrganisationId, string>> CodesAsync(Collaboration table, CancellationToken stop) =>
        (await tables.OrganisationsAsync(table.Parties.SelectMany(party => party.Voices).Select(voice => voice.Organisation), stop)).ToDictionary(
            known => known.Key,
            known => known.Value.Code
        );

    // How often a party kept its draft is its own business, also after the reveal.
    private FormulationFacts Facts(Formulation text, IReadOnlyDictionary<OrganisationId, string> codes) =>
        new(text.Party, StateOf(text))
        {
            Version = viewer.Parties.Contains(text.Party) ? text.Version : null,
            Answers = [.. text.Answers.Select(answer => new AnswerFacts(answer.Question, answer.Text))],
            Points = [.. text.Points.Select(point => new PointFacts(point.Id, text.Party, point.Text) { Voice = CodeOf(point.Voice, codes) })],
            HandedInAt = text.Submission?.At,
            Late = text.Submission?.Late ?? false,
            Hash = text.Submission?.Hash,
        };

    private static FormulationState StateOf(Formulation text) =>
        text.RevealedAt is not null ? FormulationState.Revealed
        : text.IsSubmitted ? FormulationState.Submitted
        : FormulationState.Draft;

    private static string? CodeOf(OrganisationId? voice, IReadOnlyDictionary<OrganisationId, string> codes) =>
        voice is { } known ? codes.GetValueOrDefault(known) : null;
}
