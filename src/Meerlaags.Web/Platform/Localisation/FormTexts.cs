using Meerlaags.Domain.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Meerlaags.Web.Platform.Localisation;

/// <summary>Faults that the framework finds in a form speak the reader's language too; an annotation names the refusal whose text it shows.</summary>
public sealed class FormTexts(Texts texts) : IConfigureOptions<MvcOptions>, IConfigureOptions<MvcDataAnnotationsLocalizationOptions>
{
    /// <summary>Name of the refusal of an empty field, for annotations.</summary>
    public const string Missing = "text.missing";

    /// <summary>Name of the refusal of text that is too long, for annotations.</summary>
    public const string TooLong = "text.too-long";

    /// <inheritdoc/>
    public void Configure(MvcOptions options)
    {
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        options.ModelMetadataDetailsProviders.Add(new EmptyStaysEmpty());
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts.For(new Refusal("form.invalid")));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts.For(new Refusal("form.invalid")));
        messages.SetValueIsInvalidAccessor(_ => texts.For(new Refusal("form.invalid")));
        messages.SetUnknownValueIsInvalidAccessor(_ => texts.For(new Refusal("form.invalid")));
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts.For(new Refusal("form.invalid")));
        messages.SetValueMustNotBeNullAccessor(_ => texts.For(new Refusal(Missing)));
        messages.SetMissingBindRequiredValueAccessor(_ => texts.For(new Refusal(Missing)));
        messages.SetMissingKeyOrValueAccessor(() => texts.For(new Refusal(Missing)));
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts.For(new Refusal(Missing)));
        messages.SetValueMustBeANumberAccessor(_ => texts.For(new Refusal("form.invalid")));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts.For(new Refusal("form.invalid")));
    }

    /// <inheritdoc/>
    public void Configure(MvcDataAnnotationsLocalizationOptions options) => options.DataAnnotationLocalizerProvider = (_, _) => new Localizer(texts);

    private sealed class Localizer(Texts texts) : IStringLocalizer
    {
        public LocalizedString this[string name] => new(name, texts.For(new Refusal(name)));

        // The framework hands over the name of the field first, then the limits of the annotation.
        public LocalizedString this[string name, params object[] arguments] => new(name, texts.For(new Refusal(name, [.. arguments.Skip(1)])));

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }

    private sealed class EmptyStaysEmpty : IDisplayMetadataProvider
    {
        public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
        {
            if (context.Key.ModelType == typeof(string))
                context.DisplayMetadata.ConvertEmptyStringToNull = false;
        }
    }
}
