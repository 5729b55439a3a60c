using Meerlaags.Web.Platform;

namespace Meerlaags.Web.Features.Account;

/// <summary>Signing in and what is yours: password, tokens, data.</summary>
public sealed class AccountFeature : Feature
{
    /// <inheritdoc/>
    public override Type Texts => typeof(AccountTexts);
}

/// <summary>The texts of accounts stand beside this class.</summary>
public sealed class AccountTexts;
