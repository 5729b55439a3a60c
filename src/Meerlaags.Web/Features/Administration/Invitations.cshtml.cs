using System.ComponentModel.DataAnnotations;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Invitations of the whole installation, and a way to let somebody in without a place at a table.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class Invitations(InvitationReader reader, WithdrawForInstallation withdraw, AddPerson add, PeopleReader people) : FeaturePage
{
    /// <summary>Which invitations.</summary>
    [BindProperty(SupportsGet = true)]
    public InvitationFilter Toon { get; set; }

    /// <summary>The page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Pagina { get; set; } = 1;

    /// <summary>What was typed for a new account.</summary>
    public PersonInput Input { get; set; } = new();

    /// <summary>The invitations of this page.</summary>
    public IReadOnlyList<SeenInvitation> Rows { get; private set; } = [];

    /// <summary>How many there are in all.</summary>
    public int Count { get; private set; }

    /// <summary>People who were let in and have no password yet.</summary>
    public IReadOnlyList<KnownPerson> Expected { get; private set; } = [];

    /// <summary>How many they are.</summary>
    public int ExpectedCount { get; private set; }

    /// <summary>The account that was made just now, with its link; shown in this answer only.</summary>
    public AddedPerson? Made { get; private set; }

    /// <summary>The link to hand over.</summary>
    public string? Link => Made?.Path is { } path ? PasswordLink.AddressOf(Request, path) : null;

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        ModelState.Clear();
        await LoadAsync();
    }

    /// <summary>Makes an account and shows its link once.</summary>
    public async Task<IActionResult> OnPostAsync([Bind(Prefix = "Input")] PersonInput input)
    {
        Input = input;
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Incomplete();
        }
        var decided = await add.WithAsync(new NewPerson(input.Name, input.Email), Submit, Stop);
        await LoadAsync();
        if (!decided.Is(out var made, out var refusal))
            return Refused(refusal);
        ModelState.Clear();
        (Made, Input) = (made, new PersonInput());
        return Page();
    }

    /// <summary>Takes an open invitation back.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(Guid invitation)
    {
        if (await withdraw.OfAsync(new InvitationId(invitation), Submit, Stop) is { } refusal)
        {
            await LoadAsync();
            return Refused(refusal);
        }
        Done = T["Administration.Invitations.Withdrawn"];
        return LocalRedirect("/beheer/uitnodigingen");
    }

    private async Task LoadAsync()
    {
        (Rows, Count) = await reader.ListAsync(Enum.IsDefined(Toon) ? Toon : InvitationFilter.Open, Pagina, Stop);
        (Expected, ExpectedCount) = await people.ListAsync(null, PeopleFilter.WithoutPassword, 1, Stop);
    }
}

/// <summary>What was typed for a new account.</summary>
public sealed record PersonInput
{
    /// <summary>The name others see.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string Name { get; init; } = "";

    /// <summary>The address to sign in with.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string Email { get; init; } = "";
}
