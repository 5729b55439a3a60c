using System.ComponentModel.DataAnnotations;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Start a collaboration: the challenge, the region, the first parties. Searching and picking keep everything that was typed.</summary>
public sealed class Start(StartCollaboration start, RegisterSearch register) : FeaturePage
{
    private const string Add = "toevoegen:";
    private const string Remove = "weghalen:";

    /// <summary>What was typed and picked.</summary>
    [BindProperty]
    public StartInput Input { get; set; } = new();

    /// <summary>Which button was used.</summary>
    [BindProperty(Name = "actie")]
    public string? Pressed { get; set; }

    /// <summary>What was found, once searched.</summary>
    public RegisterAnswer? Found { get; private set; }

    /// <summary>The picked organisations by code.</summary>
    public IReadOnlyDictionary<string, Organisation> Picked { get; private set; } = new Dictionary<string, Organisation>();

    /// <summary>Who may speak within picked composite parties, by code of the party.</summary>
    public Dictionary<string, IReadOnlyList<Organisation>> Voices { get; } = [];

    /// <summary>Shows an empty form.</summary>
    public void OnGet() { }

    /// <summary>Searches, adds, removes, or starts.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (IsSearch)
            return await AgainAsync();
        if (Pressed?.StartsWith(Add, StringComparison.Ordinal) == true)
            Take(new PickedParty { Code = Pressed[Add.Length..] });
        else if (Pressed == "partner")
            TakePartner();
        else if (Pressed?.StartsWith(Remove, StringComparison.Ordinal) == true)
            Input.Parties.RemoveAll(party => party.Key == Pressed[Remove.Length..]);
        else
            return await StartAsync();
        return await AgainAsync();
    }

    private async Task<IActionResult> StartAsync()
    {
        TakePartner();
        if (!ModelState.IsValid)
        {
            await LookUpAsync();
            return Incomplete();
        }
        var wish = new StartWish(Input.Challenge, Input.Region, [.. Input.Parties.Select(party => new PartyWish(party.Code, party.Name, party.Voices))]);
        if ((await start.WithAsync(wish, Submit, Stop)).Is(out var id, out var refusal))
        {
            Done = T["Collaborations.Start.Done"];
            return LocalRedirect($"/samenwerkingen/{id.Value}");
        }
        ForgetParties();
        await LookUpAsync();
        return Refused(refusal);
    }

    // Enter in the search field means search; anywhere else it means start.
    private bool IsSearch => Pressed == "zoeken" || (Pressed is null or "standaard" && Input.Search.Trim().Length > 0 && Input.Search != Input.Searched);

    private void TakePartner()
    {
        var name = PlainText.Line(Input.Partner);
        if (name.Length == 0 || PlainText.Exceeds(name, Party.NameLimit))
            return;
        Take(new PickedParty { Name = name });
        Input = Input with { Partner = "" };
        ModelState.Remove("Input.Partner");
    }

    private void Take(PickedParty party)
    {
        if (Input.Parties.All(known => known.Key != party.Key))
            Input.Parties.Add(party);
    }

    // Only the picking is new; faults in the rest come when one starts.
    private async Task<IActionResult> AgainAsync()
    {
        ModelState.Clear();
        await LookUpAsync();
        return Page();
    }

    private async Task LookUpAsync()
    {
        ForgetParties();
        if (Input.Search.Trim().Length > 0)
            Found = await register.FindAsync(new RegisterQuestion(Input.Search), Stop);
        Input = Input with { Searched = Input.Search };
        ModelState.Remove("Input.Searched");
        Picked = await register.ByCodesAsync(Input.Parties.Select(party => party.Code), Stop);
        Input.Parties.RemoveAll(party => party.Code.Length > 0 && !Picked.ContainsKey(party.Code));
        foreach (var code in Picked.Keys)
            if (await register.VoicesOfAsync(code, Stop) is { Count: > 0 } voices)
                Voices[code] = voices;
    }

    // The rows may have moved, so what was posted under their old numbers no longer counts.
    private void ForgetParties()
    {
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Input.Parties", StringComparison.Ordinal)).ToList())
            ModelState.Remove(key);
    }

    /// <summary>The name on the seat of a picked party.</summary>
    public string NameOf(PickedParty party) => Picked.TryGetValue(party.Code, out var organisation) ? PartyWishes.SeatName(organisation) : party.Name;

    /// <summary>The tier of a picked party.</summary>
    public GovernmentTier TierOf(PickedParty party) => Picked.TryGetValue(party.Code, out var organisation) ? organisation.Tier : GovernmentTier.Partner;

    /// <summary>Whether this organisation was picked already.</summary>
    public bool IsPicked(Organisation organisation) => Input.Parties.Exists(party => party.Code == organisation.Code);
}

/// <summary>What was typed to start a collaboration.</summary>
public sealed record StartInput
{
    /// <summary>The challenge.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string Challenge { get; init; } = "";

    /// <summary>The region.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string Region { get; init; } = "";

    /// <summary>What is looked for in the register.</summary>
    public string Search { get; init; } = "";

    /// <summary>What was looked for the last time.</summary>
    public string Searched { get; init; } = "";

    /// <summary>Name of a partner that is not in the register.</summary>
    public string Partner { get; init; } = "";

    /// <summary>What was picked so far.</summary>
    public List<PickedParty> Parties { get; init; } = [];
}

/// <summary>A party that was picked.</summary>
public sealed record PickedParty
{
    /// <summary>Its code, or empty for a partner by name.</summary>
    public string Code { get; init; } = "";

    /// <summary>The name of a partner.</summary>
    public string Name { get; init; } = "";

    /// <summary>Codes of the organisations that speak within it.</summary>
    public List<string> Voices { get; init; } = [];

    /// <summary>What tells it from the others.</summary>
    public string Key => Code.Length > 0 ? Code : "=" + SearchKey.Fold(Name);
}
