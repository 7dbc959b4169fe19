<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd"
    xmlns="http://www.opengis.net/sld"
    xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <NamedLayer>
    <Name>ece-ramp</Name>
    <UserStyle>
      <Name>ece-ramp</Name>
      <Title>Soil salinity ECe (dS/m), continuous</Title>
      <Abstract>Electrical conductivity of the saturation extract; the class boundaries have the colours of the classes that end there.</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <Opacity>1.0</Opacity>
            <ChannelSelection>
              <GrayChannel>
                <SourceChannelName>1</SourceChannelName>
              </GrayChannel>
            </ChannelSelection>
            <ColorMap type="ramp">
              <ColorMapEntry color="#2C7BB6" quantity="0" label="0"/>
              <ColorMapEntry color="#ABD9E9" quantity="2" label="2"/>
              <ColorMapEntry color="#FFFFBF" quantity="4" label="4"/>
              <ColorMapEntry color="#FDAE61" quantity="8" label="8"/>
              <ColorMapEntry color="#D7191C" quantity="16" label="16"/>
              <ColorMapEntry color="#67000D" quantity="32" label="32 and more"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
