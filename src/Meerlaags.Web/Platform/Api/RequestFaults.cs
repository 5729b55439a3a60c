using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Http.Metadata;

namespace Meerlaags.Web.Platform.Api;

/// <summary>Finds everything that is wrong with a request, not only the first thing.</summary>
public static class RequestFaults
{
    /// <summary>What cannot be read as what it should be.</summary>
    public static readonly Refusal Invalid = new("form.invalid");

    private static readonly Refusal Missing = new(FormTexts.Missing);
    private static readonly Refusal Unknown = new("form.unknown");

    /// <summary>The type of the JSON body that the address asks, or null.</summary>
    public static Type? BodyOf(HttpContext context) =>
        WholeFile.Of(context) is null ? context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType : null;

    /// <summary>Whether the address also works without a body.</summary>
    public static bool BodyIsOptional(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.IsOptional == true;

    /// <summary>The name in the request of a property of its body.</summary>
    public static string NameOf(HttpContext context, string property)
    {
        var known = BodyOf(context) is { } body
            ? ApiJson.Form.GetTypeInfo(body).Properties.FirstOrDefault(candidate => (candidate.AttributeProvider as MemberInfo)?.Name == property)
            : null;
        return known?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property);
    }

    /// <summary>The faults of a JSON body: shape and annotations together.</summary>
    public static IReadOnlyList<ApiFault> InBody(ReadOnlyMemory<byte> json, Type type, Texts texts)
    {
        var faults = new List<ApiFault>();
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = ApiJson.Form.MaxDepth, AllowDuplicateProperties = false });
            Walk(document.RootElement, ApiJson.Form.GetTypeInfo(type), "", new Found(texts, faults));
        }
        catch (JsonException)
        {
            faults.Add(ApiFault.Of(texts, "", new Refusal("form.not-json")));
        }
        return faults;
    }

    /// <summary>The faults of the parts of the address: what is missing or cannot be read.</summary>
    public static IReadOnlyList<ApiFault> InAddress(HttpContext context, Texts texts)
    {
        var faults = new List<ApiFault>();
        foreach (var part in context.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [])
        {
            var value = context.Request.RouteValues[part.Name]?.ToString() ?? context.Request.Query[part.Name].FirstOrDefault();
            if (value is null && part is { IsOptional: false, HasTryParse: true })
                faults.Add(ApiFault.Of(texts, JsonNamingPolicy.CamelCase.ConvertName(part.Name), Missing));
            else if (value is not null && part.HasTryParse && !Reads(part.ParameterInfo.ParameterType, value))
                faults.Add(ApiFault.Of(texts, JsonNamingPolicy.CamelCase.ConvertName(part.Name), Invalid));
        }
        return faults;
    }

    private static void Walk(JsonElement element, JsonTypeInfo type, string path, Found found)
    {
        if (type.Kind == JsonTypeInfoKind.Object && element.ValueKind == JsonValueKind.Object)
            WalkObject(element, type, path, found);
        else if (type.Kind == JsonTypeInfoKind.Enumerable && element.ValueKind == JsonValueKind.Array && type.ElementType is { } each)
            foreach (var (place, item) in element.EnumerateArray().Index())
                // No list of the API has places for nothing.
                if (item.ValueKind == JsonValueKind.Null)
                    found.Add($"{path}[{place}]", Missing);
                else
                    Walk(item, ApiJson.Form.GetTypeInfo(each), $"{path}[{place}]", found);
        else if (!Reads(element, type))
            found.Add(path, Invalid);
    }

    private static void WalkObject(JsonElement element, JsonTypeInfo type, string path, Found found)
    {
        var known = type
            .Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null)
            .ToDictionary(property => property.Name);
        foreach (var member in element.EnumerateObject().Where(member => !known.ContainsKey(member.Name)))
            found.Add(Join(path, member.Name), Unknown);
        foreach (var property in known.Values)
        {
            var at = Join(path, property.Name);
            if (!element.TryGetProperty(property.Name, out var value))
            {
                if (property.IsRequired || AnnotationsOf(property).OfType<RequiredAttribute>().Any())
                    found.Add(at, Missing);
                continue;
            }
            if (value.ValueKind == JsonValueKind.Null && !property.IsSetNullable)
            {
                found.Add(at, Missing);
                continue;
            }
            var before = found.Count;
            if (value.ValueKind != JsonValueKind.Null)
                Walk(value, ApiJson.Form.GetTypeInfo(property.PropertyType), at, found);
            if (found.Count == before)
                Annotated(property, value, at, found);
        }
    }

    private static void Annotated(JsonPropertyInfo property, JsonElement element, string at, Found found)
    {
        var value = element.Deserialize(ApiJson.Form.GetTypeInfo(property.PropertyType));
        foreach (var rule in AnnotationsOf(property).Where(rule => !rule.IsValid(value)))
            found.Add(at, new Refusal(rule.ErrorMessage ?? "form.invalid", [.. LimitsOf(rule)]));
    }

    private static IEnumerable<ValidationAttribute> AnnotationsOf(JsonPropertyInfo property) =>
        Annotations(property.AttributeProvider).Concat(Annotations(property.AssociatedParameter?.AttributeProvider));

    private static IEnumerable<ValidationAttribute> Annotations(ICustomAttributeProvider? provider) =>
        provider?.GetCustomAttributes(typeof(ValidationAttribute), inherit: true).Cast<ValidationAttribute>() ?? [];

    private static object[] LimitsOf(ValidationAttribute rule) =>
        rule switch
        {
            StringLengthAttribute length => [length.MaximumLength, length.MinimumLength],
            MaxLengthAttribute length => [length.Length],
            MinLengthAttribute length => [length.Length],
            RangeAttribute range => [range.Minimum, range.Maximum],
            _ => [],
        };

    private static bool Reads(JsonElement element, JsonTypeInfo type)
    {
        try
        {
            element.Deserialize(type);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Reads(Type type, string value)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum)
            return Enum.TryParse(plain, value, ignoreCase: true, out _);
        object?[] arguments = [value, System.Globalization.CultureInfo.InvariantCulture, null];
        var parse = plain.GetMethod("TryParse", [typeof(string), typeof(IFormatProvider), plain.MakeByRefType()]);
        if (parse is null)
            (parse, arguments) = (plain.GetMethod("TryParse", [typeof(string), plain.MakeByRefType()]), [value, null]);
        return parse is null || (bool)parse.Invoke(null, arguments)!;
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private sealed class Found(Texts texts, List<ApiFault> faults)
    {
        public int Count => faults.Count;

        public void Add(string field, Refusal refusal) => faults.Add(ApiFault.Of(texts, field, refusal));
    }
}
