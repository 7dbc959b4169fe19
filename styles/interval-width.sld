<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd"
    xmlns="http://www.opengis.net/sld"
    xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <NamedLayer>
    <Name>interval-width</Name>
    <UserStyle>
      <Name>interval-width</Name>
      <Title>Width of the prediction interval of ECe (dS/m)</Title>
      <Abstract>Upper minus lower bound, at the confidence that the estimation was asked for: the darker, the less is known about the value. An interval grows with the ECe itself.</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <Opacity>1.0</Opacity>
            <ChannelSelection>
              <GrayChannel>
                <SourceChannelName>6</SourceChannelName>
              </GrayChannel>
            </ChannelSelection>
            <!-- Towards pink, so that nobody takes it for the applicability in its bluish purples. -->
            <ColorMap type="ramp">
              <ColorMapEntry color="#FEEBE2" quantity="0" label="0"/>
              <ColorMapEntry color="#FCC5C0" quantity="4" label="4"/>
              <ColorMapEntry color="#FA9FB5" quantity="8" label="8"/>
              <ColorMapEntry color="#C51B8A" quantity="16" label="16"/>
              <ColorMapEntry color="#7A0177" quantity="32" label="32 and more"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
