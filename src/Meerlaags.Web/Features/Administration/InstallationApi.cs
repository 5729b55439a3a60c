using Meerlaags.Domain.Common;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Html;

namespace Meerlaags.Web.Features.Administration;

/// <summary>What waits, what administrators did, outgoing messages and verifications of the journal by program; the same as the pages of administrators show.</summary>
public static class InstallationApi
{
    private const string Verifications = "/logboekcontroles";

    // A short journal is done at once; a long one is asked for again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Adds its addresses.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        var all = api.MapGroup("").ForAdministrators();
        all.MapGet("/aandachtspunten", AttentionAsync).Produces<AttentionList>().WithSummary("Wat op de beheerder wacht, het dringendste eerst");
        all.MapGet("/beheerlogboek", LogAsync).Produces<InstallationLogFacts>().WithSummary("Wat beheerders deden, nieuwste eerst");
        all.MapGet("/uitgaande-berichten", MailAsync).Produces<OutgoingPage>().WithSummary("Uitgaande berichten: aan wie en sinds wanneer");
        all.MapGet(Verifications, ListAsync).Produces<VerificationList>().WithSummary("Controles van het logboek, de laatste eerst");
        all.MapPost(Verifications, StartAsync)
            .Produces<VerificationFacts>(StatusCodes.Status201Created)
            .WithSummary("Het hele logboek controleren, tenzij dat al gebeurt");
        all.MapGet(Verifications + "/{controle:guid}", ShowAsync).Produces<VerificationFacts>().WithSummary("Eén controle, met hoever zij is");
        all.MapPost(Verifications + "/{controle:guid}/stop", StopAsync).Produces<VerificationFacts>().WithSummary("Een controle die loopt stoppen");
    }

    private static async Task<IResult> AttentionAsync(AttentionReader reader, CancellationToken stop) =>
        Results.Ok(new AttentionList([.. (await reader.AllAsync(stop)).Select(AttentionFacts.Of)]));

    private static async Task<IResult> LogAsync(long? voor, InstallationLog log, CancellationToken stop)
    {
        var (entries, older) = await log.BeforeAsync(voor, stop);
        return Results.Ok(new InstallationLogFacts([.. entries.Select(entry => new InstallationLogLine(entry.At, entry.Fact, entry.Sentence))], older));
    }

    private static async Task<IResult> MailAsync(int? pagina, OutgoingReader outgoing, CancellationToken stop)
    {
        var (rows, count) = await outgoing.ListAsync(pagina ?? 1, stop);
        return Results.Ok(
            new OutgoingPage(
                count,
                pagina ?? 1,
                Pages.UsualSize,
                [.. rows.Select(mail => new OutgoingLine(mail.Template, mail.Recipient, mail.CreatedAt, mail.SentAt))]
            )
        );
    }

    private static async Task<IResult> ListAsync(VerificationReader reader, CancellationToken stop)
    {
        var checks = await reader.LastAsync(stop);
        var names = await reader.NamesAsync(checks, stop);
        return Results.Ok(new VerificationList([.. checks.Select(check => VerificationFacts.Of(check, names))]));
    }

    private static async Task<IResult> StartAsync(VerificationRun run, VerificationReader reader, Viewer viewer, Answering answering)
    {
        var id = await run.StartAsync(viewer.Person, Patience);
        return await FactsAsync(id, reader, answering) is { } facts ? Results.Created($"/api/v1{Verifications}/{id}", facts) : answering.No(Refusals.NotThere);
    }

    private static async Task<IResult> ShowAsync(Guid controle, VerificationReader reader, Answering answering) =>
        await FactsAsync(controle, reader, answering) is { } facts ? Results.Ok(facts) : answering.No(Refusals.NotThere);

    private static async Task<IResult> StopAsync(Guid controle, VerificationRun run, VerificationReader reader, Answering answering)
    {
        if (await FactsAsync(controle, reader, answering) is not { } known)
            return answering.No(Refusals.NotThere);
        if (known.Stand != CheckState.Running)
            return Results.Ok(known);
        await run.StopAsync(controle);
        return Results.Ok(await FactsAsync(controle, reader, answering));
    }

    private static async Task<VerificationFacts?> FactsAsync(Guid id, VerificationReader reader, Answering answering) =>
        await reader.FindAsync(id, answering.Stop) is { } check ? VerificationFacts.Of(check, await reader.NamesAsync([check], answering.Stop)) : null;
}

/// <summary>What waits for administrators.</summary>
public sealed record AttentionList(IReadOnlyList<AttentionFacts> Aandachtspunten);

/// <summary>One thing that waits.</summary>
/// <param name="Wat">What is the matter.</param>
/// <param name="Toelichting">What one should know besides.</param>
/// <param name="Pagina">The page where something can be done about it.</param>
/// <param name="Dringend">Whether it comes before the rest.</param>
public sealed record AttentionFacts(string Wat, string Toelichting, string Pagina, bool Dringend)
{
    /// <summary>Of what waits.</summary>
    public static AttentionFacts Of(Attention waiting) => new(waiting.What, waiting.Note, waiting.Href, waiting.IsUrgent);
}

/// <summary>What administrators did, and where older lines begin.</summary>
/// <param name="Regels">The lines.</param>
/// <param name="Verder">What to send as <c>voor</c> for the older ones; null at the end.</param>
public sealed record InstallationLogFacts(IReadOnlyList<InstallationLogLine> Regels, long? Verder);

/// <summary>Something an administrator did.</summary>
public sealed record InstallationLogLine(DateTimeOffset Moment, string Feit, string Tekst);

/// <summary>A page of outgoing messages.</summary>
public sealed record OutgoingPage(int Aantal, int Pagina, int PerPagina, IReadOnlyList<OutgoingLine> Berichten);

/// <summary>An outgoing message, without what it is about.</summary>
/// <param name="Soort">Its template.</param>
/// <param name="Aan">To whom.</param>
/// <param name="Gemaakt">When it was made.</param>
/// <param name="Verzonden">When it left, or null.</param>
public sealed record OutgoingLine(string Soort, string Aan, DateTimeOffset Gemaakt, DateTimeOffset? Verzonden);

/// <summary>Verifications of the journal, the last one first.</summary>
public sealed record VerificationList(IReadOnlyList<VerificationFacts> Logboekcontroles);

/// <summary>A verification of the journal.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Stand">How it stands.</param>
/// <param name="Begonnen">When it began.</param>
/// <param name="Geeindigd">When it ended, or null.</param>
public sealed record VerificationFacts(Guid Id, CheckState Stand, DateTimeOffset Begonnen, DateTimeOffset? Geeindigd)
{
    /// <summary>Who asked for it; null for the command on the machine itself.</summary>
    public string? Door { get; init; }

    /// <summary>Chains when it began.</summary>
    public int Ketens { get; init; }

    /// <summary>Chains verified so far.</summary>
    public int Nagerekend { get; init; }

    /// <summary>How far it is, in whole per cents.</summary>
    public int Procent { get; init; }

    /// <summary>Chains that do not hold.</summary>
    public IReadOnlyList<BrokenChainFacts> Gebroken { get; init; } = [];

    /// <summary>Of a verification.</summary>
    public static VerificationFacts Of(JournalCheck check, IReadOnlyDictionary<PersonId, string> names) =>
        new(check.Id, check.State, check.StartedAt, check.EndedAt)
        {
            Door = check.StartedBy is { } by ? names.GetValueOrDefault(by) : null,
            Ketens = check.Total,
            Nagerekend = check.Done,
            Procent = check.Percent,
            Gebroken = [.. check.Broken.Select(broken => new BrokenChainFacts(broken.Chain, broken.Line, broken.Kind))],
        };
}

/// <summary>A chain that does not hold: at which line, and what is wrong there.</summary>
public sealed record BrokenChainFacts(Guid Keten, long Regel, string Soort);
