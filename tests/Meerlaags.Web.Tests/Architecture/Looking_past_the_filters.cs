using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Tests.Harness;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Meerlaags.Web.Tests.Architecture;

/// <summary>What a viewer may see is decided in one place. Whoever goes past it stands here by name.</summary>
public sealed class Looking_past_the_filters
{
    // The writer opens the seals of lines whose content it does not read; the reveal opens texts and shows none; the door hands the words of a guest over.
    private static readonly string[] MayIgnoreFilters =
    [
        "Meerlaags.Web.Platform.Journal.JournalWriter",
        "Meerlaags.Web.Features.Framing.RevealTexts",
        "Meerlaags.Web.Features.Sessions.OpenTheDoor",
    ];

    private static readonly string[] MayExecuteStatements = ["Meerlaags.Web.Platform.Data.Statements"];

    // Words are looked up in the language of each database; the filter of the entries is laid over what comes out.
    private static readonly string[] MayQueryByHand = ["Meerlaags.Web.Platform.Search.SearchIndex"];

    private static readonly (string From, SystemPurpose Purpose)[] Purposes =
    [
        ("Meerlaags.Web.Features.Administration.AccountMeasures", SystemPurpose.LookAfterAccounts),
        ("Meerlaags.Web.Features.Administration.AttentionForTheMachine", SystemPurpose.NoticeWhatWaits),
        ("Meerlaags.Web.Features.Administration.InvitationReader", SystemPurpose.ListInvitations),
        ("Meerlaags.Web.Features.Administration.OutgoingReader", SystemPurpose.ListOutgoingMail),
        ("Meerlaags.Web.Features.Administration.PeopleReader", SystemPurpose.LookAfterAccounts),
        ("Meerlaags.Web.Features.Administration.RightsReader", SystemPurpose.LookAfterAccounts),
        ("Meerlaags.Web.Features.Administration.VerificationRun", SystemPurpose.VerifyJournal),
        ("Meerlaags.Web.Features.Administration.WithdrawForInstallation", SystemPurpose.ListInvitations),
        ("Meerlaags.Web.Features.Collaborations.AcceptInvitation", SystemPurpose.AcceptInvitation),
        ("Meerlaags.Web.Features.Collaborations.AttentionForHeirs", SystemPurpose.NoticeWhatWaits),
        ("Meerlaags.Web.Features.Demo.DemoSeed", SystemPurpose.Demo),
        ("Meerlaags.Web.Features.Demo.ExampleCollaborations", SystemPurpose.Demo),
        ("Meerlaags.Web.Features.Demo.ExampleNotices", SystemPurpose.Demo),
        ("Meerlaags.Web.Features.Sessions.ForgetGuests", SystemPurpose.ForgetGuests),
        ("Meerlaags.Web.Features.Notices.ForgetNotices", SystemPurpose.ForgetNotices),
        ("Meerlaags.Web.Features.Sessions.RoomDoors", SystemPurpose.EnterRoom),
        ("Meerlaags.Web.Platform.Access.ViewerPlaces", SystemPurpose.EnterRoom),
        ("Meerlaags.Web.Platform.Access.ViewerPlaces", SystemPurpose.TakeSeat),
        ("Meerlaags.Web.Platform.Identity.TokenAuthentication", SystemPurpose.AuthenticateToken),
        ("Meerlaags.Web.Platform.Journal.JournalVerification", SystemPurpose.VerifyJournal),
        ("Meerlaags.Web.Platform.Notices.NoticeWriter", SystemPurpose.TellPeople),
        ("Meerlaags.Web.Platform.Search.SearchFilling", SystemPurpose.FillSearch),
    ];

    [Fact]
    public void Filters_are_ignored_only_where_the_list_says_so()
    {
        Assert.Equal(MayIgnoreFilters.Order(StringComparer.Ordinal), IgnoringFilters(Compiled.Web));
        Assert.Empty(IgnoringEveryFilter(Compiled.Web));
        var planted = Compiled.Planted(
            """
            using Microsoft.EntityFrameworkCore;
            class X { object Y(System.Linq.IQueryable<string> q) => q.IgnoreQueryFilters(); }
            """
        );
        Assert.NotEmpty(IgnoringFilters(planted));
        Assert.NotEmpty(IgnoringEveryFilter(planted));
    }

    [Fact]
    public void Jobs_look_only_for_a_purpose_on_the_list()
    {
        Expect.Nothing(LookingForASystem(Compiled.Web).Except(Purposes).Select(found => $"not on the list: {found}"));
        Expect.Nothing(Purposes.Except(LookingForASystem(Compiled.Web)).Select(listed => $"does not look: {listed}"));
        var planted = LookingForASystem(
            Compiled.Planted(
                """
                using Meerlaags.Web.Platform.Access;
                class X { object Y(Viewer v) => v.System(SystemPurpose.VerifyJournal); }
                """
            )
        );
        Assert.Equal([("X", SystemPurpose.VerifyJournal)], planted);
    }

    [Fact]
    public void Nothing_finds_by_key_or_queries_by_hand()
    {
        Expect.Nothing(PastTheFilters(Compiled.Web));
        Assert.NotEmpty(PastTheFilters(Compiled.Planted("class X { object Y(Microsoft.EntityFrameworkCore.DbSet<string> s) => s.FindAsync(1); }")));
        Assert.NotEmpty(
            PastTheFilters(
                Compiled.Planted(
                    """
                    using Microsoft.EntityFrameworkCore;
                    class X { object Y(DbSet<string> s) => s.FromSqlRaw("select 1"); }
                    """
                )
            )
        );
        Assert.NotEmpty(
            PastTheFilters(
                Compiled.Planted(
                    """
                    using Microsoft.EntityFrameworkCore;
                    class X { object Y(DbContext d) => d.Database.ExecuteSqlRaw("delete from journal_lines"); }
                    """
                )
            )
        );
    }

    private static string[] IgnoringFilters(AssemblyDefinition assembly) =>
        [.. assembly.Calls().Where(call => call.Method.Name == "IgnoreQueryFilters").Select(call => call.From).Distinct().Order(StringComparer.Ordinal)];

    // Whoever looks past a filter names it, so that the others still hold.
    private static string[] IgnoringEveryFilter(AssemblyDefinition assembly) =>
        [.. assembly.Calls().Where(call => call.Method.Name == "IgnoreQueryFilters" && call.Method.Parameters.Count < 2).Select(call => call.From)];

    private static (string From, SystemPurpose Purpose)[] LookingForASystem(AssemblyDefinition assembly) =>
        [
            .. assembly
                .Calls()
                .Where(call => call.Method.Name == nameof(Viewer.System) && call.Method.DeclaringType.FullName == typeof(Viewer).FullName)
                .Select(call => (call.From, PurposeOf(call)))
                .Distinct(),
        ];

    // The purpose is written where it is used, so that it can be read here.
    private static SystemPurpose PurposeOf(Call call)
    {
        var named = call.At.Previous;
        if (named.OpCode.Code == Code.Ldc_I4_S)
            return (SystemPurpose)(sbyte)named.Operand;
        var code = named.OpCode.Code;
        Assert.True(code is >= Code.Ldc_I4_0 and <= Code.Ldc_I4_8, $"{call.From} does not name its purpose at the call");
        return (SystemPurpose)(code - Code.Ldc_I4_0);
    }

    private static List<string> PastTheFilters(AssemblyDefinition assembly) =>
        [.. assembly.Calls().Where(IsPastTheFilters).Select(call => $"{call.From} calls {call.Method.Name}").Distinct()];

    private static bool IsPastTheFilters(Call call)
    {
        if (!call.Method.DeclaringType.Namespace.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal))
            return false;
        var name = call.Method.Name;
        return name is "Find" or "FindAsync"
            || (name.StartsWith("FromSql", StringComparison.Ordinal) && (name != "FromSql" || !MayQueryByHand.Contains(call.From)))
            || name.StartsWith("SqlQuery", StringComparison.Ordinal)
            || (name.StartsWith("ExecuteSql", StringComparison.Ordinal) && !MayExecuteStatements.Contains(call.From));
    }
}
