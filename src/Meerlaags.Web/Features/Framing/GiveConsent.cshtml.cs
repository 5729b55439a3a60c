using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing.Candidates;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Parties answer on the exact, frozen text.</summary>
[GuestsToo]
public sealed class GiveConsent(RoundReader rounds, AskConsent ask, PasswordAgain password, AnswerTableFit fits, Acts acts, Db db) : RoundPage(rounds)
{
    /// <summary>What was filled in.</summary>
    [BindProperty]
    public ConsentInput Input { get; set; } = new();

    /// <summary>Whether the table fits, as filled in.</summary>
    [BindProperty]
    public FitInput Fit { get; set; } = new();

    /// <summary>Whether what was said of the table was refused: that form shows what was typed.</summary>
    public bool IsFitRefused(PartyId party) => ModelState.ErrorCount > 0 && Request.Query["handler"] == "Fit" && ActsFor == party.Value;

    /// <summary>All versions of the round, oldest first.</summary>
    public IReadOnlyList<TextVersion> Versions { get; private set; } = [];

    /// <summary>The version that is out, agreed, or the last one.</summary>
    public TextVersion? Version => Versions is [.., var last] ? last : null;

    /// <summary>Number and name of the text it was frozen from, when there were several to choose from.</summary>
    public (int Number, string Name)? Chosen { get; private set; }

    /// <summary>Mandates by party with which this viewer may bind today.</summary>
    public IReadOnlyDictionary<PartyId, Mandate> Mandates { get; private set; } = new Dictionary<PartyId, Mandate>();

    /// <summary>Names of the people who answered.</summary>
    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    /// <summary>Whether this person has to type a password to bind.</summary>
    public bool PasswordAsked { get; private set; }

    /// <summary>Whether only the facilitator's word is waited for: every party that decides and is still seated has bound itself, none with a concern.</summary>
    public bool MayEstablish =>
        View.IsFacilitator
        && Version is { IsOut: true } version
        && version
            .Asked.Where(asked => PartyOf(asked.Party).IsSeated)
            .All(asked => version.BindingAnswerOf(asked.Party) is { Choice: not ConsentChoice.Concern });

    /// <summary>Whether only the answers are asked for, by a page that is open since before.</summary>
    public bool IsOpenElsewhere { get; private set; }

    /// <summary>Shows the text and the answers.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>The answers alone, for open pages.</summary>
    public async Task<IActionResult> OnGetAnswersAsync()
    {
        IsOpenElsewhere = true;
        return await LoadAsync() && Version is not null ? Partial("_GivenAnswers", this) : NotFound();
    }

    /// <summary>Gives the answer of a party.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Choice is not { } choice)
            return await LoadAsync() ? Refused(new Refusal("consent.choose") { Field = nameof(ConsentInput.Choice) }) : NotFound();
        if (Actor is not { } party)
            return await LoadAsync() ? Refused(new Refusal("access.party-only")) : NotFound();
        if (Input.Binding && await password.CheckAsync(Input.Password, Stop) is { } wrong)
            return await LoadAsync() ? Refused(wrong with { Field = nameof(ConsentInput.Password) }) : NotFound();
        var given = new GivenConsent(choice, Input.Reason, Input.Binding, Input.Hash);
        return await AnswerAsync(
            await ask.AnswerAsync(new TextAddress(Address, party), Input.Version, given, Submit, Stop),
            Input.Binding ? "Framing.Consent.Bound" : "Framing.Consent.Explored",
            Link("/instemming")
        );
    }

    /// <summary>The facilitator makes the version the shared issue when nobody is waited for any more.</summary>
    public async Task<IActionResult> OnPostEstablishAsync() =>
        await AnswerAsync(await ask.EstablishAsync(Address, Input.Version, Submit, Stop), "Framing.Consent.Established", Link("/instemming"));

    /// <summary>A party says whether the table still fits this version.</summary>
    public async Task<IActionResult> OnPostFitAsync()
    {
        if (Actor is not { } party)
            return await LoadAsync() ? Refused(new Refusal("access.party-only")) : NotFound();
        if (Fit.ToAnswer() is not { } given)
            return await LoadAsync() ? Refused(new Refusal("table-fit.choose") { Field = nameof(FitInput.Fits) }, nameof(Fit)) : NotFound();
        return await AnswerAsync(
            await fits.ForAsync(new TextAddress(Address, party), Fit.Version, given, Submit, Stop),
            "Candidates.Fit.Done",
            Link("/instemming#tafel"),
            nameof(Fit)
        );
    }

    /// <inheritdoc/>
    protected override bool IsThere => View.Round.IsRevealed;

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync()
    {
        var round = View.Round.Id;
        Versions = await db.TextVersions.AsNoTracking().Where(version => version.Round == round).OrderBy(version => version.Number).ToListAsync(Stop);
        var texts = await db
            .CandidateTexts.AsNoTracking()
            .Where(text => text.Round == round)
            .Select(text => new
            {
                text.Id,
                text.Number,
                text.Name,
            })
            .ToListAsync(Stop);
        if (texts.Count > 1 && texts.Find(text => text.Id == Version?.Candidate) is { } chosen)
            Chosen = (chosen.Number, chosen.Name);
        var mandates = new Dictionary<PartyId, Mandate>();
        foreach (var party in View.Mine)
        {
            if (await acts.MandateAsync(party.Id, Stop) is { } mandate)
                mandates[party.Id] = mandate;
        }
        Mandates = mandates;
        PasswordAsked = mandates.Count > 0 && await password.IsAskedAsync();
        Names = await db.NamesAsync(Versions.SelectMany(version => version.Consents).Select(consent => consent.By), Stop);
    }
}

/// <summary>The form about the table.</summary>
public sealed record FitInput
{
    /// <summary>Number of the version that was on screen.</summary>
    public int Version { get; init; }

    /// <summary>Whether the table fits.</summary>
    public bool? Fits { get; init; }

    /// <summary>Who is missing.</summary>
    public string Who { get; init; } = "";

    /// <summary>Why.</summary>
    public string Why { get; init; } = "";

    /// <summary>As the domain takes it; null while nothing was chosen.</summary>
    public FitAnswer? ToAnswer() =>
        Fits switch
        {
            true => FitAnswer.Yes,
            false => FitAnswer.No(Who, Why),
            null => null,
        };
}

/// <summary>The answer form.</summary>
public sealed record ConsentInput
{
    /// <summary>The choice.</summary>
    public ConsentChoice? Choice { get; init; }

    /// <summary>The reason.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whether it binds.</summary>
    public bool Binding { get; init; }

    /// <summary>The password again, when it binds.</summary>
    public string Password { get; init; } = "";

    /// <summary>Number of the version that was on screen.</summary>
    public int Version { get; init; }

    /// <summary>Hash of the text that was on screen.</summary>
    public string Hash { get; init; } = "";
}
